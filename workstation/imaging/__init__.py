"""Pictures from bytes: decoding in a child process, thumbnails, JPEG import. No widgets."""
