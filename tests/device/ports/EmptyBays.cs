using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.DeviceTests
{
    /// <summary>Pins of bays that stand empty, a heartbeat that counts, a restart that does not.</summary>
    public sealed class EmptyBays : IBayIo, IHeartbeat, IRestart
    {
        public int Beats;
        public int Restarts;

        public void Read(int index, BayInputs into)
        {
            into.PackPresent = false;
            into.BayClear = true;
            into.ContactorOpen = true;
            into.SmokeLoopClosed = true;
        }

        public void Write(int index, bool chargePermitted)
        {
        }

        public void Toggle()
        {
            Beats++;
        }

        public void Restart(BootReason reason)
        {
            Restarts++;
        }
    }
}
