import { SIZES } from '../../server/src/document/sections';

/** Makes chunks tiny while the tests of this `describe` run, so that borders fall between almost all lines. */
export function withSmallChunks(): void {
  const usual = { ...SIZES };
  before(() => {
    Object.assign(SIZES, { enough: 1, enoughAtHeading: 1, longUnit: 150, near: 40 });
  });
  after(() => {
    Object.assign(SIZES, usual);
  });
}
