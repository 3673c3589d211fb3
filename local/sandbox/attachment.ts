/** A response that is a file instead of JSON. */
export class Attachment {
  constructor(readonly bytes: Buffer, readonly type: string, readonly name: string) {}

  get headers(): Record<string, string> {
    return { "content-type": this.type, "content-disposition": `attachment; filename="${this.name}"` };
  }
}
