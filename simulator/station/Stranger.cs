namespace SwapEdge.Simulator;

/// <summary>Somebody at the broker who pretends to be the city. Connects when there is something to say.</summary>
public sealed class Stranger(MqttClient client)
{
    private readonly Queue<(string Topic, byte[] Payload)> _waiting = new();

    public void Publish(string topic, byte[] payload) => _waiting.Enqueue((topic, payload));

    /// <summary>Does what can be done without waiting; false when that was nothing.</summary>
    public bool Serve()
    {
        while (client.Acknowledged() != 0)
        {
            // It was said.
        }

        if (_waiting.Count == 0)
        {
            return false;
        }

        if (client.Link == MqttLink.Down)
        {
            client.Connect();
            return true;
        }

        bool said = false;
        while (client.Link == MqttLink.Up && _waiting.TryPeek(out (string Topic, byte[] Payload) next)
            && client.Publish(next.Topic, next.Payload) != 0)
        {
            _waiting.Dequeue();
            said = true;
        }

        return said;
    }
}
