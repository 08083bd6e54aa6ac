namespace SwapEdge.Simulator.Yaml;

/// <summary>Which of the right names somebody may have meant.</summary>
public static class NearName
{
    /// <summary>Names that a message lists when none is near; more are not read.</summary>
    private const int MostListed = 24;

    private const int MostLength = 64;

    /// <summary>
    /// The nearest name: at most a third of its letters, and three, are added, left out, changed or swapped with
    /// their neighbour, or one begins as the other. Null when none is near.
    /// </summary>
    public static string? Of(string text, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        string given = Plain(text);
        if (given.Length is 0 or > MostLength)
        {
            return null;
        }

        (string? nearest, int least) = (null, int.MaxValue);
        foreach (string name in names)
        {
            string right = Plain(name);
            int steps = Steps(given, right);
            int most = Math.Min(3, Math.Max(given.Length, right.Length) / 3);
            if (steps < least && (steps <= most || Begins(given, right)))
            {
                (nearest, least) = (name, steps);
            }
        }

        return nearest;
    }

    /// <summary>What would be right, as the end of a message: the nearest name, or all when they are few.</summary>
    public static string Hint(string text, IEnumerable<string> names)
    {
        string[] all = [.. names];
        return Of(text, all) is { } near
            ? $"did you mean '{near}'?"
            : all.Length is > 0 and <= MostListed ? OneOf(all)
            : Akin(text, all) is { Length: > 0 } akin ? $"there are {string.Join(", ", akin)}" : "";
    }

    /// <summary>Names that have a word with it, when they are few.</summary>
    private static string[] Akin(string text, string[] names)
    {
        string[] words = [.. Plain(text).Split('-').Where(word => word.Length >= 4)];
        string[] akin = [.. names.Where(name => Plain(name).Split('-').Intersect(words, StringComparer.Ordinal).Any())];
        return akin.Length <= MostListed ? akin : [];
    }

    /// <summary>A message and what would be right behind it.</summary>
    public static string Say(string reason, string text, IEnumerable<string> names)
    {
        string hint = Hint(text, names);
        return hint.Length == 0 ? reason : $"{reason}; {hint}";
    }

    /// <summary>Names as people list them.</summary>
    public static string OneOf(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.Count == 1
            ? $"'{names[0]}' is expected"
            : $"one of {string.Join(", ", names)} is expected";
    }

    private static bool Begins(string given, string right) =>
        Math.Min(given.Length, right.Length) >= 4
        && (right.StartsWith(given, StringComparison.Ordinal) || given.StartsWith(right, StringComparison.Ordinal));

    private static string Plain(string name) => name.ToLowerInvariant().Replace('_', '-').Replace(' ', '-');

    /// <summary>Distance of Damerau and Levenshtein, neighbours swapped once.</summary>
    private static int Steps(string from, string to)
    {
        int[] before = new int[to.Length + 1];
        int[] last = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int[] next = new int[to.Length + 1];
            next[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int change = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                next[j] = Math.Min(change, 1 + Math.Min(last[j], next[j - 1]));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    next[j] = Math.Min(next[j], before[j - 2] + 1);
                }
            }

            (before, last) = (last, next);
        }

        return last[to.Length];
    }
}
