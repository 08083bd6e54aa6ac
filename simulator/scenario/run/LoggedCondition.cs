using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>So many of something have been told. Each is looked at once.</summary>
/// <typeparam name="T">What is told.</typeparam>
/// <param name="told">All that has been told, in order; it only grows.</param>
/// <param name="fits">Which of it counts.</param>
/// <param name="bounds">How many make it true.</param>
/// <param name="shown">One in words, for the reason.</param>
/// <param name="alike">Which of it nearly counts, for the reason.</param>
public sealed class LoggedCondition<T>(
    IReadOnlyList<T> told, Func<T, bool> fits, CountBounds bounds, Func<T, string> shown, Func<T, bool> alike)
    : Condition
{
    private int _from;
    private int _looked;
    private int _last = -1;
    private int _count;

    public override (object Log, int Place)? Matched => _last < 0 ? null : (told, _last);

    public override bool IsTrue()
    {
        // One that only has to be there is true from the first on, so that what follows it is not passed over.
        while (_looked < told.Count && !(bounds.IsOpen && _count >= bounds.Least))
        {
            if (fits(told[_looked]))
            {
                _count++;
                _last = _looked;
            }

            _looked++;
        }

        return bounds.Has(_count);
    }

    public override string Seen()
    {
        if (_count > 0)
        {
            return Invariant($"{_count} came, the last of them {shown(told[_last])}");
        }

        int near = told.Count - 1;
        while (near >= _from && !alike(told[near]))
        {
            near--;
        }

        return told.Count == _from ? "nothing has come"
            : Invariant($"none of {told.Count - _from} that came is it, ")
                + (near < _from ? $"the last was {shown(told[^1])}" : $"the nearest was {shown(told[near])}");
    }

    public override void WaitFrom((object Log, int Place)? last)
    {
        // Words on commands, alarms and what nodes have stored are counted each for itself.
        int place = last is { } seen && seen.Log == (object)told ? seen.Place : told.Count - 1;
        _looked = Math.Max(_looked, place + 1);
        _from = _looked;
        _count = 0;
    }
}
