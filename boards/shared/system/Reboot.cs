using nanoFramework.Runtime.Native;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Boards
{
    /// <summary>Starts the whole controller anew, and notes why before it does. Any thread may ask.</summary>
    public sealed class Reboot : IRestart
    {
        private readonly RunRecord _runs;

        /// <param name="runs">Where the reason is noted; locked meanwhile. Null: nowhere.</param>
        public Reboot(RunRecord runs)
        {
            _runs = runs;
        }

        public void Restart(BootReason reason)
        {
            if (_runs != null)
            {
                lock (_runs)
                {
                    _runs.End(reason);
                }
            }

            Power.RebootDevice(RebootOption.NormalReboot);
        }
    }
}
