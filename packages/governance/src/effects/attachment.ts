import type { InputProblem } from '../checks/input-problem';
import type { AttachedTo, ScanState } from '../vocabulary/attachments';
import type { Act } from './act';

/** A file that the actor uploaded, and whose bytes are stored. */
interface Uploaded {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

interface AttachmentDraft {
  readonly attachedTo: AttachedTo;
  /** Author of a record about people, whom few may read; null for other records. */
  readonly author: string | null;
  readonly upload: Uploaded;
  /** True if a file of that upload is attached already. */
  readonly isAttached: boolean;
}

/**
 * Attaches a file that the actor uploaded. What few people read of a visit or an enforcement is its author's, and so are
 * the files.
 */
export function attachedFile(act: Act, { attachedTo, author, upload, isAttached }: AttachmentDraft) {
  const { subject } = act.actor;
  if (author !== null && author !== subject) {
    act.requireInput({
      field: 'attachedTo.id',
      message: {
        zh: '该记录是他人所写，只有作者可以附文件。请由作者上传，或选择本人的记录',
        en: 'Another person wrote this record, and only its author may attach files. Have the author upload it, or choose a record of your own',
      },
    });
  }
  if (isAttached) {
    act.requireInput({
      field: 'uploadId',
      message: {
        zh: `${upload.fileName} 已附上。另附一份请重新上传`,
        en: `${upload.fileName} is attached already. Choose another file, or upload it again`,
      },
    });
  }
  const { id: uploadId, fileName, mediaType, sizeBytes, sha256 } = upload;
  const scan: { readonly scanState: ScanState; readonly scannedAt: null } = {
    scanState: 'UNSCANNED',
    scannedAt: null,
  };
  const withdrawal = { withdrawnAt: null, withdrawnBy: null, withdrawalReason: null };
  return {
    attachedTo,
    uploadId,
    fileName,
    mediaType,
    sizeBytes,
    sha256,
    uploadedBy: subject,
    ...scan,
    ...withdrawal,
  };
}

interface AttachmentInPlace {
  readonly version: number;
  readonly fileName: string;
  readonly withdrawnAt: Date | null;
}

/** Withdraws a file, which stays with the reason and is given to no reader any more. */
export function withdrawnAttachment(act: Act, attachment: AttachmentInPlace, reason: string) {
  if (attachment.withdrawnAt !== null) {
    act.requireState(attachment, {
      message: {
        zh: `${attachment.fileName} 已撤回，无须再撤回`,
        en: `${attachment.fileName} has been withdrawn already. Leave it as it is`,
      },
    });
  }
  return { withdrawnAt: act.now, withdrawnBy: act.actor.subject, withdrawalReason: reason };
}

const LONGEST_NAME = 150;

/** Problem of a file name, which people see and their computers store; it never becomes part of a path here. */
export function fileNameProblem(field: string, name: string): InputProblem | undefined {
  if (name.trim() === '' || name.length > LONGEST_NAME) {
    return {
      field,
      message: {
        zh: `文件名须有1至${LONGEST_NAME}个字符。请更改文件名`,
        en: `A file name has 1 to ${LONGEST_NAME} characters. Give the file another name`,
      },
    };
  }
  if (/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\uFFFD]|^\s|^\.|[\s.]$/u.test(name)) {
    return {
      field,
      message: {
        zh: '文件名不能含路径、控制字符或 \\ / : * ? " < > |，也不能以点或空格开头、结尾。请更改文件名',
        en: 'A file name must not contain a path, control characters or any of \\ / : * ? " < > |, nor begin or end with a dot or a space. Rename the file',
      },
    };
  }
  return undefined;
}
