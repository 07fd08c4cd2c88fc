-- Opens OKR_FILE with the server OKR_SERVER in Neovim 0.7 or newer, as a user would, and prints what it sees.
-- With OKR_PULL=1 the client says that it pulls diagnostics and does so itself (Neovim 0.7 cannot yet).
local pull = vim.env.OKR_PULL == '1'

local function say(name, value)
  local line = tostring(value):gsub('\n', ' ')
  io.stdout:write('okrlint ' .. name .. ': ' .. line .. '\n')
end

local function main()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.OKR_FILE))
  vim.bo.filetype = 'markdown'
  local buffer = vim.api.nvim_get_current_buf()
  local capabilities = vim.lsp.protocol.make_client_capabilities()
  if pull then capabilities.textDocument.diagnostic = { dynamicRegistration = false } end
  local id = assert(vim.lsp.start_client({
    name = 'okrlint',
    cmd = { 'node', vim.env.OKR_SERVER, '--stdio' },
    root_dir = vim.fn.fnamemodify(vim.env.OKR_FILE, ':p:h'),
    capabilities = capabilities,
  }))
  vim.lsp.buf_attach_client(buffer, id)
  assert(vim.wait(10000, function() return vim.lsp.get_client_by_id(id).initialized end, 20), 'no answer to initialize')

  local function ask(method, params)
    local answers = assert(vim.lsp.buf_request_sync(buffer, method, params, 10000), method .. ' timed out')
    local answer = answers[id]
    assert(answer.error == nil, method .. ': ' .. vim.inspect(answer.error))
    return answer.result
  end

  -- All diagnostics of the buffer in the protocol's form, however they come.
  local function diagnostics()
    if pull then
      return ask('textDocument/diagnostic', { textDocument = vim.lsp.util.make_text_document_params() }).items
    end
    local found = {}
    for _, d in ipairs(vim.diagnostic.get(buffer)) do
      if d.user_data and d.user_data.lsp then
        table.insert(found, {
          range = { start = { line = d.lnum, character = d.col }, ['end'] = { line = d.end_lnum, character = d.end_col } },
          message = d.message, code = d.user_data.lsp.code, severity = d.severity, source = d.source,
        })
      end
    end
    return found
  end
  local function activities()
    return vim.tbl_filter(function(d) return d.code == 'kr-activity' end, diagnostics())
  end

  assert(vim.wait(10000, function() return #activities() > 0 end, 50), 'no diagnostics')
  if pull then assert(#vim.diagnostic.get(buffer) == 0, 'pushed although the client pulls') end
  local first = activities()[1]
  say('diagnostic', string.format('%d:%d %s %s', first.range.start.line + 1, first.range.start.character + 1, first.code, first.message))

  vim.api.nvim_win_set_cursor(0, { first.range.start.line + 1, first.range.start.character })
  say('hover', ask('textDocument/hover', vim.lsp.util.make_position_params()).contents.value)

  local actions = ask('textDocument/codeAction', {
    textDocument = vim.lsp.util.make_text_document_params(),
    range = first.range,
    context = { diagnostics = { first }, only = { 'quickfix' } },
  })
  local action = assert(actions[1], 'no code action')
  say('action', action.title)
  vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(id).offset_encoding)
  assert(vim.wait(10000, function() return #activities() == 0 end, 50), 'the finding did not clear')
  say('left', #activities())
  vim.cmd('silent write')
end

local ok, fault = pcall(main)
if not ok then io.stdout:write('fault: ' .. tostring(fault) .. '\n') end
vim.cmd(ok and 'qa!' or 'cq')
