using SwapEdge.Firmware;

namespace SwapEdge.DeviceTests
{
    /// <summary>There is no city.</summary>
    public sealed class DownUplink : IUplink
    {
        public UplinkLink Link
        {
            get { return UplinkLink.Down; }
        }

        public void Connect()
        {
        }

        public void Disconnect()
        {
        }

        public bool Subscribe(string topic)
        {
            return false;
        }

        public int Publish(string topic, byte[] payload, int length, bool retain)
        {
            return 0;
        }

        public int Acknowledged()
        {
            return 0;
        }

        public bool Receive(UplinkMessage into)
        {
            return false;
        }
    }
}
