namespace SwapEdge.Boards
{
    /// <summary>The way onto the network that a board has. What is configured, the flash tool has stored.</summary>
    public interface INetwork
    {
        /// <summary>
        /// Once, and again after it has thrown: begins to connect. It may take a minute. What is lost later the runtime
        /// connects again by itself.
        /// </summary>
        void Open();

        /// <summary>There is a link and an address.</summary>
        bool IsUp { get; }

        /// <summary>Once, when it is up: has the controller's clock follow a time server from now on.</summary>
        void StartTime(string server);
    }
}
