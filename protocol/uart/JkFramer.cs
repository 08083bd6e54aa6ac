namespace SwapEdge.Protocol
{
    /// <summary>Finds the requests and answers of a JK BMS in the bytes of its line.</summary>
    public sealed class JkFramer : UartFramer
    {
        public JkFramer()
            : base(Jk.Room, Jk.Start)
        {
        }

        protected override int Measure(int count)
        {
            if (count > 1 && Frame[1] != Jk.SecondStart)
            {
                return -1;
            }

            if (count < 4)
            {
                return 0;
            }

            int length = ((Frame[2] << 8) | Frame[3]) + 2;
            return length < Jk.MinLength ? -1 : length;
        }

        protected override DecodeResult Check(int length)
        {
            if (Frame[length - Jk.EndBack] != Jk.End)
            {
                return DecodeResult.Malformed;
            }

            int sum = (Frame[length - 2] << 8) | Frame[length - 1];
            return sum == Jk.Checksum(Frame, 0, length - 4) ? DecodeResult.Ok : DecodeResult.Checksum;
        }
    }
}
