using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Starts the node anew, as after a power loss.</summary>
    public interface IRestart
    {
        /// <summary>Not promised: that it never returns; a pass or more may follow.</summary>
        /// <param name="reason">Is noted first: <see cref="IVitals.LastEnd"/> of the next run.</param>
        void Restart(BootReason reason);
    }
}
