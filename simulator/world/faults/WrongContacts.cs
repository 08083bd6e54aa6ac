namespace SwapEdge.Simulator;

/// <summary>
/// Contacts that are wrong, in the world: applied at the end of sensing, so that whatever reads, a board's drivers or
/// the simulator's own ports, reads the same.
/// </summary>
/// <typeparam name="T">The levels that are sensed.</typeparam>
public sealed class WrongContacts<T>
{
    private readonly List<Wrong> _wrong = [];

    /// <summary>From now on a contact says what is made of its level; the returned action repairs it.</summary>
    public Action Break(Contact<T> contact, Func<bool, bool> made)
    {
        Wrong wrong = new(contact, made);
        _wrong.Add(wrong);
        return () => _wrong.Remove(wrong);
    }

    public void Apply(T levels)
    {
        foreach (Wrong wrong in _wrong)
        {
            wrong.Contact.Set(levels, wrong.Made(wrong.Contact.Get(levels)));
        }
    }

    private sealed class Wrong(Contact<T> contact, Func<bool, bool> made)
    {
        public Contact<T> Contact { get; } = contact;

        public Func<bool, bool> Made { get; } = made;
    }
}
