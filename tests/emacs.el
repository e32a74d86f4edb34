;; SPDX-License-Identifier: MIT
;; Where Emacs lands: for each line "g|NAME" (a node or an anchor) or "i|NAME" (the
;; index) of the file LANDS, the line that the cursor is in.
(require 'info)
(let ((manual (expand-file-name (getenv "MANUAL"))) asked)
  (with-temp-buffer
    (insert-file-contents (getenv "LANDS"))
    (setq asked (split-string (buffer-string) "\n" t)))
  (dolist (line asked)
    (let ((name (substring line 2)))
      (condition-case fault
          (progn
            (Info-find-node manual "Top")
            (if (string-prefix-p "g" line)
                (Info-goto-node name)
              (Info-index name))
            (princ (buffer-substring-no-properties
                    (line-beginning-position) (line-end-position))))
        (error (princ (format "%S" fault))))
      (princ "\n"))))
