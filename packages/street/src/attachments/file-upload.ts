import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A file that was uploaded and waits to be attached. Its row is there before its bytes, so that none are left that no row names;
 * `stored` says that they are safe.
 */
@Entity('file_upload')
export class FileUpload {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  fileName: string;

  @Column('text')
  mediaType: string;

  @Column('int')
  sizeBytes: number;

  @Column('text')
  sha256: string;

  @Column('text')
  uploadedBy: string;

  @Column('boolean')
  stored: boolean;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt: Date;
}
