namespace SwapEdge.Protocol
{
    /// <summary>Who gave an order or a confirmation; <c>Issuer</c> of city.proto. For ever, append only.</summary>
    public enum Issuer
    {
        None = 0,

        /// <summary>A person at the station, with the key.</summary>
        Local = 1,
        City = 2,
    }
}
