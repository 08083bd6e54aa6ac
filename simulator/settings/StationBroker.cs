namespace SwapEdge.Simulator.Settings;

/// <summary>Where the nodes of a station find the city's broker.</summary>
/// <param name="Host">Name or address.</param>
/// <param name="Port">TCP port, 1 to 65535.</param>
/// <param name="Tls">It speaks TLS.</param>
public sealed record StationBroker(string Host, int Port, bool Tls);
