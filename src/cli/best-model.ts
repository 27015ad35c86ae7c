import type { SessionApi } from '../model/session/api';
import { writePair } from './model-files';

/**
 * Keeps the best model so far in a run's folder, so that whatever ends the run leaves it there: it is written after each
 * epoch that improves it, beside the training.
 */
export class BestModel {
  /** The best epoch so far, 1-based; 0 before one. */
  epoch = 0;
  /** Whose model the folder has. */
  written = 0;
  private writing: Promise<void> | undefined;

  constructor(
    private readonly session: SessionApi,
    private readonly folder: string,
  ) {}

  /** Writes the model of this epoch or, if the run is quicker than that, of a later one. */
  improved(epoch: number): void {
    this.epoch = epoch;
    this.writing ??= this.write().finally(() => {
      this.writing = undefined;
    });
  }

  /** Resolves when nothing more is to be written. */
  async settled(): Promise<void> {
    await this.writing;
  }

  private async write(): Promise<void> {
    try {
      while (this.written < this.epoch) {
        const { epoch } = this;
        const files = await this.session.bestModel();
        if (files) await writePair(this.folder, files);
        this.written = epoch;
      }
    } catch {
      // The run itself fails of the same, and tells.
    }
  }
}
