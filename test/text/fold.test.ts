import assert from 'node:assert/strict';
import { fold, unfold } from '../../server/src/text/fold';

describe('fold', () => {
  it('makes NFC, NFD and text without marks the same', () => {
    const text = 'Kết quả Quan trọng – Đạt 5%';
    const plain = 'ket qua quan trong – dat 5%';
    assert.equal(fold(text.normalize('NFC')).text, plain);
    assert.equal(fold(text.normalize('NFD')).text, plain);
    assert.equal(fold('Ket qua Quan trong – Dat 5%').text, plain);
  });

  it('finds the way back in decomposed text', () => {
    const text = 'Mục tiêu: Đạt 목표'.normalize('NFD');
    const folded = fold(text);
    const at = folded.text.indexOf('dat');
    assert.equal(text.slice(unfold(folded, at), unfold(folded, at + 1)), 'Đ'.normalize('NFD'));
    assert.equal(folded.text.endsWith('목표'), true);
    assert.equal(unfold(folded, folded.text.length), text.length);
  });

  it('keeps offsets where nothing is decomposed', () => {
    const folded = fold('KẾT QUẢ：１２ İ😀');
    assert.equal(folded.map, undefined);
    assert.equal(folded.text, 'ket qua:12 i😀');
  });
});
