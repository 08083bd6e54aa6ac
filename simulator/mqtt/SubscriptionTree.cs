namespace SwapEdge.Simulator;

/// <summary>Who has subscribed to what, by topic level, so that finding them does not depend on their number.</summary>
internal sealed class SubscriptionTree
{
    private readonly Node _root = new();

    public void Add(string filter, BrokerSession session, int qos)
    {
        Node node = _root;
        foreach (string level in filter.Split('/'))
        {
            if (!node.Children.TryGetValue(level, out Node? child))
            {
                child = new Node();
                node.Children.Add(level, child);
            }

            node = child;
        }

        node.Subscribers[session] = qos;
    }

    public void Remove(string filter, BrokerSession session) => Remove(_root, filter.Split('/'), 0, session);

    /// <summary>Each session once, with the highest QoS of its filters that match.</summary>
    public void Match(string topic, Dictionary<BrokerSession, int> into)
    {
        into.Clear();
        Match(_root, topic.Split('/'), 0, into);
    }

    private static void Match(Node node, string[] levels, int depth, Dictionary<BrokerSession, int> into)
    {
        // Topics that begin with $ are not for filters that begin with a wildcard.
        bool wildcards = depth > 0 || !levels[0].StartsWith('$');
        if (wildcards && node.Children.TryGetValue("#", out Node? rest))
        {
            rest.CopyTo(into);
        }

        if (depth == levels.Length)
        {
            node.CopyTo(into);
            return;
        }

        if (node.Children.TryGetValue(levels[depth], out Node? exact))
        {
            Match(exact, levels, depth + 1, into);
        }

        if (wildcards && node.Children.TryGetValue("+", out Node? any))
        {
            Match(any, levels, depth + 1, into);
        }
    }

    private static void Remove(Node node, string[] levels, int depth, BrokerSession session)
    {
        if (depth == levels.Length)
        {
            node.Subscribers.Remove(session);
        }
        else if (node.Children.TryGetValue(levels[depth], out Node? child))
        {
            Remove(child, levels, depth + 1, session);
            if (child.Children.Count == 0 && child.Subscribers.Count == 0)
            {
                node.Children.Remove(levels[depth]);
            }
        }
    }

    private sealed class Node
    {
        public readonly Dictionary<string, Node> Children = new(StringComparer.Ordinal);

        public readonly Dictionary<BrokerSession, int> Subscribers = [];

        public void CopyTo(Dictionary<BrokerSession, int> into)
        {
            foreach ((BrokerSession session, int qos) in Subscribers)
            {
                into[session] = into.TryGetValue(session, out int other) ? Math.Max(qos, other) : qos;
            }
        }
    }
}
