using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Boards
{
    /// <summary>What an ESP32 can tell of itself.</summary>
    public sealed class Vitals : IVitals
    {
        private readonly RunRecord _runs;
        private readonly NodeBoard _board;

        public Vitals(RunRecord runs, NodeBoard board)
        {
            _runs = runs;
            _board = board;
        }

        public BootReason LastEnd
        {
            get { return _runs.LastEnd; }
        }

        public int Findings
        {
            get
            {
                return _board.FoundAtStart
                    | (_runs.IsSafe ? 1 << (int)SelfTestFinding.SafeMode : _board.Findings);
            }
        }

        /// <summary>
        /// Collects garbage, so that what is free is what could be had. The native figures are those of the internal
        /// memory: what drivers must have there no PSRAM makes up for.
        /// </summary>
        public bool ReadMemory(out int freeBytes, out int nativeFreeBytes, out int nativeLargestBytes)
        {
            uint total;
            uint free;
            uint largest;
            NativeMemory.GetMemoryInfo(NativeMemory.MemoryType.Internal, out total, out free, out largest);
            freeBytes = (int)GC.Run(false);
            nativeFreeBytes = (int)free;
            nativeLargestBytes = (int)largest;
            return true;
        }
    }
}
