using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What all records of one swap have in common.</summary>
    public sealed class SwapKey
    {
        private readonly VehicleIdentity _vehicle;

        /// <summary>The low 32 bits of the journal sequence at which the swap began; 0: none is under way.</summary>
        public uint RequestId;

        /// <summary>Serial of the pack that the vehicle came with; 0 while it is not known.</summary>
        public uint OldSerial;

        public SwapKey(VehicleIdentity vehicle)
        {
            _vehicle = vehicle;
        }

        /// <summary>Request and vehicle.</summary>
        public void Write(EventRecord record)
        {
            record.RequestId = RequestId;
            System.Array.Copy(_vehicle.Text, 0, record.Vehicle, 0, _vehicle.Length);
            record.VehicleLength = _vehicle.Length;
        }
    }
}
