using System;
using SwapEdge.Firmware;

namespace SwapEdge.Boards
{
    /// <summary>Bytes of the chip's own generator, which is behind the runtime's Random.</summary>
    public sealed class HardwareRandom : IRandom
    {
        private readonly Random _random = new Random();

        public void Fill(byte[] into)
        {
            _random.NextBytes(into);
        }
    }
}
