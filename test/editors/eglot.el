;;; eglot.el --- drives the server from Emacs 28 or newer with eglot -*- lexical-binding: t -*-
;; Opens OKR_FILE with the server OKR_SERVER, as a user would, and prints what it sees.

;; Debian keeps eglot outside Emacs before version 29, and -Q leaves that out of the load path.
(let ((default-directory "/usr/share/emacs/site-lisp/elpa/"))
  (when (file-directory-p default-directory) (normal-top-level-add-subdirs-to-load-path)))
(require 'eglot)
(require 'flymake)
(require 'seq)
(setq eglot-sync-connect 15
      eglot-autoshutdown nil
      eglot-confirm-server-initiated-edits nil
      make-backup-files nil
      coding-system-for-read 'utf-8
      coding-system-for-write 'utf-8)

(define-derived-mode okr-test-mode text-mode "OKR")
(put 'okr-test-mode 'eglot-language-id "markdown")
(add-to-list 'eglot-server-programs `(okr-test-mode . ("node" ,(getenv "OKR_SERVER") "--stdio")))

(defun say (name value)
  (princ (format "okrlint %s: %s\n" name (replace-regexp-in-string "\n" " " (format "%s" value)))))

(defun wait-for (what ask)
  "Call ASK until it returns non-nil; fail naming WHAT after ten seconds."
  (let ((end (+ (float-time) 10)) found)
    (while (and (not (setq found (funcall ask))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or found (error "Timed out: %s" what))))

(defun activities ()
  (seq-filter (lambda (d) (string-match-p "kr-activity" (format "%S" (flymake-diagnostic-data d))))
              (flymake-diagnostics)))

(defun line-of (place)
  (line-number-at-pos place))

(condition-case fault
    (progn
      (find-file (getenv "OKR_FILE"))
      (okr-test-mode)
      (apply #'eglot (eglot--guess-contact))
      (wait-for "connection" #'eglot-managed-p)
      (flymake-mode 1)
      (flymake-start)
      (let ((first (car (wait-for "diagnostics" #'activities))))
        (goto-char (flymake-diagnostic-beg first))
        (say "diagnostic" (format "%d:%d kr-activity %s" (line-of (point)) (1+ (current-column))
                                  (flymake-diagnostic-text first))))
      (let ((hover (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover
                                    (eglot--TextDocumentPositionParams))))
        (say "hover" (plist-get (plist-get hover :contents) :value)))
      (let ((action (car (eglot-code-actions (point) (+ 4 (point)) "quickfix"))))
        (say "action" (plist-get action :title))
        (eglot--apply-workspace-edit (plist-get action :edit)))
      ;; Idle timers never fire in batch mode: send the change and ask again.
      (eglot--signal-textDocument/didChange)
      (flymake-start)
      (wait-for "the finding to clear" (lambda () (null (activities))))
      (say "left" (length (activities)))
      (save-buffer)
      (eglot-shutdown (eglot--current-server-or-lose))
      (kill-emacs 0))
  (error (princ (format "fault: %S\n" fault)) (kill-emacs 1)))
