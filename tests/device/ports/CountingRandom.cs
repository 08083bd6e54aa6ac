using SwapEdge.Firmware;

namespace SwapEdge.DeviceTests
{
    /// <summary>Bytes 1, 2, 3 and so on.</summary>
    public sealed class CountingRandom : IRandom
    {
        private byte _next;

        public void Fill(byte[] into)
        {
            for (int i = 0; i < into.Length; i++)
            {
                _next++;
                into[i] = _next;
            }
        }
    }
}
