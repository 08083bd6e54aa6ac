using nanoFramework.Runtime.Native;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Boards.Esp32Wrover
{
    /// <summary>Starts the whole controller anew.</summary>
    public sealed class Reboot : IRestart
    {
        public void Restart(BootReason reason)
        {
            Power.RebootDevice(RebootOption.NormalReboot);
        }
    }
}
