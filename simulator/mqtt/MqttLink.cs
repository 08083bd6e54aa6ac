namespace SwapEdge.Simulator;

/// <summary>How a client's connection stands.</summary>
public enum MqttLink
{
    Down = 0,
    Connecting = 1,
    Up = 2,
}
