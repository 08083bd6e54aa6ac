namespace SwapEdge.Protocol
{
    /// <summary>Finds the requests and answers of a JBD BMS in the bytes of its line.</summary>
    public sealed class JbdFramer : UartFramer
    {
        public JbdFramer()
            : base(Jbd.Room, Jbd.Start)
        {
        }

        protected override int Measure(int count)
        {
            return count < Jbd.DataOffset ? 0 : Jbd.Overhead + Frame[Jbd.LengthOffset];
        }

        protected override DecodeResult Check(int length)
        {
            if (Frame[length - 1] != Jbd.End)
            {
                return DecodeResult.Malformed;
            }

            int sum = (Frame[length - 3] << 8) | Frame[length - 2];
            return sum == Jbd.Checksum(Frame, 0, Frame[Jbd.LengthOffset]) ? DecodeResult.Ok : DecodeResult.Checksum;
        }
    }
}
