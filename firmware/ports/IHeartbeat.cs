namespace SwapEdge.Firmware
{
    /// <summary>
    /// The output that proves the pass is running. Hardware removes every request 1 s after it stops changing and
    /// resets the controller after 30 s.
    /// </summary>
    public interface IHeartbeat
    {
        void Toggle();
    }
}
