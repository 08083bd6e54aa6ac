namespace SwapEdge.Boards
{
    /// <summary>
    /// Copies between a chip or a port and memory, and no more. On a board a <see cref="PumpThread"/> calls it; the
    /// simulator does without a thread. One caller at a time.
    /// </summary>
    public interface IPump
    {
        void Pump(long nowMs);
    }
}
