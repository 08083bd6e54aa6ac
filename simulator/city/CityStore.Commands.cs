using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>What a city has asked of its nodes, and with which keys.</summary>
public sealed partial class CityStore
{
    /// <summary>Counters of a node go upwards for ever; here they are the ids of its commands, too.</summary>
    public ulong NextCounter(string node) => Commands(node) is { Count: > 0 } sent ? sent[^1].Counter + 1 : 1;

    /// <summary>Before it is sent.</summary>
    public void AddCommand(string node, ulong counter, CommandOperation operation, byte[] message, long sentMs) =>
        Run(CitySchema.InsertCommand,
            ("$node", node), ("$counter", (long)counter), ("$operation", (int)operation), ("$message", message),
            ("$sent_ms", sentMs));

    /// <summary>
    /// Commands of which no end has been heard, as they were sent; see <see cref="CityResult.IsNotYet"/>.
    /// </summary>
    public IReadOnlyList<byte[]> OpenCommands(string node) => Query(
        """
        SELECT message FROM commands
        WHERE node = $node AND (COALESCE(state, 0) < 3 OR reason IN (6, 12)) ORDER BY counter
        """,
        row => (byte[])row.GetValue(0), ("$node", node));

    /// <summary>A command as it was sent, or null.</summary>
    public byte[]? Message(string node, ulong counter) => Query(
        "SELECT message FROM commands WHERE node = $node AND counter = $counter", row => (byte[])row.GetValue(0),
        ("$node", node), ("$counter", (long)counter)).FirstOrDefault();

    /// <summary>False when no such command was sent to the node.</summary>
    public bool AddResult(string node, CityResult result, byte[] body, long toldMs)
    {
        ArgumentNullException.ThrowIfNull(result);
        Run(CitySchema.UpdateCommand,
            ("$node", node), ("$id", (long)result.Id), ("$counter", (long)result.Counter),
            ("$state", (int)result.State), ("$reason", (int)result.Reason), ("$told_ms", toldMs), ("$result", body));
        return Commands(node).Any(command => command.Id == result.Id && command.Counter == result.Counter);
    }

    /// <summary>All that was sent to a node, by counter.</summary>
    public IReadOnlyList<CommandRow> Commands(string node) => Query("""
        SELECT id, counter, operation, COALESCE(state, 0), COALESCE(reason, 0) FROM commands
        WHERE node = $node ORDER BY counter
        """,
        row => new CommandRow(
            node, (ulong)row.GetInt64(0), (ulong)row.GetInt64(1), (CommandOperation)row.GetInt32(2),
            (ResultState)row.GetInt32(3), (CommandReason)row.GetInt32(4)),
        ("$node", node));

    /// <summary>Of the key in force, null for the one that the node was given; and of the one on offer.</summary>
    public (byte[]? InForce, byte[]? Offered) KeyNonces(string node) => Query(
        "SELECT nonce, offered FROM key_changes WHERE node = $node",
        row => (row.IsDBNull(0) ? null : (byte[])row.GetValue(0), row.IsDBNull(1) ? null : (byte[])row.GetValue(1)),
        ("$node", node)).FirstOrDefault();

    public void OfferKey(string node, byte[] nonce) => Run("""
        INSERT INTO key_changes VALUES($node, NULL, $nonce) ON CONFLICT(node) DO UPDATE SET offered = $nonce
        """,
        ("$node", node), ("$nonce", nonce));

    /// <summary>What was on offer is in force, and the one before is gone.</summary>
    public void ConfirmKey(string node) => Run(
        "UPDATE key_changes SET nonce = offered, offered = NULL WHERE node = $node AND offered IS NOT NULL",
        ("$node", node));
}
