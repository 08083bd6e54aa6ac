namespace SwapEdge.Firmware
{
    /// <summary>What becomes of a pack that comes in. Numbers are stored and sent: append only.</summary>
    public enum PackVerdict
    {
        /// <summary>Not all that is asked for has been heard.</summary>
        Unknown = 0,

        /// <summary>Into any bay.</summary>
        Normal = 1,

        /// <summary>It is taken, but into an isolation bay.</summary>
        Isolate = 2,

        /// <summary>It stays on the vehicle: nobody knows it, or it is not authorised.</summary>
        Reject = 3,
    }
}
