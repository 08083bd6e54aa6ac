using nanoFramework.Runtime.Native;
using SwapEdge.Firmware;

namespace SwapEdge.Boards.Esp32Wrover
{
    /// <summary>Starts the whole controller anew.</summary>
    public sealed class Reboot : IRestart
    {
        public void Restart()
        {
            Power.RebootDevice(RebootOption.NormalReboot);
        }
    }
}
