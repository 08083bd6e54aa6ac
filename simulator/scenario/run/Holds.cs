namespace SwapEdge.Simulator;

/// <summary>
/// What happenings keep otherwise than it was: so long as any of them lasts, as the one says that began last; when the
/// last is over, as it was before the first.
/// </summary>
public sealed class Holds
{
    private readonly Dictionary<(object Of, string What), List<Hold>> _held = [];

    /// <summary>Makes it so; the returned action lets go of it.</summary>
    /// <param name="of">Whose it is: a node, a panel, a pack.</param>
    /// <param name="what">What of it; the same word from everybody who changes the same.</param>
    /// <param name="value">What it becomes.</param>
    /// <param name="before">What it was, and is again when nobody holds it.</param>
    /// <param name="set">Makes it one or the other.</param>
    public Action Take<T>(object of, string what, T value, T before, Action<T> set)
    {
        if (!_held.TryGetValue((of, what), out List<Hold>? holds))
        {
            holds = [new Hold(before, () => set(before))];
            _held.Add((of, what), holds);
        }

        Hold hold = new(value, () => set(value));
        holds.Add(hold);
        hold.Make();
        return () => LetGo(holds, hold, (of, what));
    }

    private void LetGo(List<Hold> holds, Hold over, (object Of, string What) thing)
    {
        bool counted = holds[^1] == over;
        if (!holds.Remove(over))
        {
            return;
        }

        if (counted && !Equals(holds[^1].Value, over.Value))
        {
            holds[^1].Make();
        }

        if (holds.Count == 1)
        {
            _held.Remove(thing);
        }
    }

    /// <summary>One of those who hold a thing; the first is how it was.</summary>
    private sealed class Hold(object? value, Action make)
    {
        public object? Value { get; } = value;

        public Action Make { get; } = make;
    }
}
