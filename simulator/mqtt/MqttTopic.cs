namespace SwapEdge.Simulator;

/// <summary>Topic names and filters, MQTT 3.1.1 section 4.7.</summary>
public static class MqttTopic
{
    public static bool IsName(string topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return topic.Length > 0 && !topic.AsSpan().ContainsAny('+', '#');
    }

    /// <summary>Wildcards stand alone between slashes, and # only at the end.</summary>
    public static bool IsFilter(string filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        string[] levels = filter.Split('/');
        for (int i = 0; i < levels.Length; i++)
        {
            bool last = i == levels.Length - 1;
            if (levels[i].Contains('#', StringComparison.Ordinal) && (levels[i] != "#" || !last))
            {
                return false;
            }

            if (levels[i].Contains('+', StringComparison.Ordinal) && levels[i] != "+")
            {
                return false;
            }
        }

        return filter.Length > 0;
    }

    public static bool Matches(string filter, string topic)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(topic);
        if (topic.StartsWith('$') && (filter.StartsWith('+') || filter.StartsWith('#')))
        {
            return false;
        }

        string[] wanted = filter.Split('/');
        string[] levels = topic.Split('/');
        for (int i = 0; i < wanted.Length; i++)
        {
            if (wanted[i] == "#")
            {
                return true;
            }

            if (i >= levels.Length || (wanted[i] != "+" && wanted[i] != levels[i]))
            {
                return false;
            }
        }

        return wanted.Length == levels.Length;
    }
}
