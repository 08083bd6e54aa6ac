namespace SwapEdge.Simulator;

/// <summary>
/// Contacts that are wrong, in the world: applied at the end of sensing, so that whatever reads, a board's drivers or
/// the simulator's own ports, reads the same.
/// </summary>
/// <typeparam name="T">The levels that are sensed.</typeparam>
public sealed class WrongContacts<T>
{
    private readonly List<Wrong> _wrong = [];

    /// <summary>From now on a contact says what is made of its level; of each way of being wrong one counts.</summary>
    /// <param name="contact">Which.</param>
    /// <param name="way">How it is wrong.</param>
    /// <param name="made">What it makes of a level; null: it is not wrong in this way any more.</param>
    public void Break(Contact<T> contact, string way, Func<bool, bool>? made)
    {
        _wrong.RemoveAll(wrong => wrong.Contact == contact && wrong.Way == way);
        if (made is not null)
        {
            _wrong.Add(new Wrong(contact, way, made));
        }
    }

    public void Apply(T levels)
    {
        foreach (Wrong wrong in _wrong)
        {
            wrong.Contact.Set(levels, wrong.Made(wrong.Contact.Get(levels)));
        }
    }

    private sealed class Wrong(Contact<T> contact, string way, Func<bool, bool> made)
    {
        public Contact<T> Contact { get; } = contact;

        public string Way { get; } = way;

        public Func<bool, bool> Made { get; } = made;
    }
}
