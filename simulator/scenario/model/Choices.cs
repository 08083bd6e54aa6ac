namespace SwapEdge.Simulator;

/// <summary>Members of an enum as files have them: LockJammed is 'lock-jammed'.</summary>
public static class Choices
{
    public static string NameOf(Enum value) =>
        Words.Of(value).Replace(' ', '-').ToLowerInvariant();

    /// <summary>All of an enum.</summary>
    public static IReadOnlyList<string> Of<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => NameOf(value))];

    /// <summary>All of an enum but the one that means nothing.</summary>
    public static IReadOnlyList<string> Of<T>(T none)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Where(value => !value.Equals(none)).Select(value => NameOf(value))];

    /// <summary>The member of that name; throws when there is none.</summary>
    public static T Parse<T>(string name)
        where T : struct, Enum => Enum.GetValues<T>().First(value => NameOf(value) == name);

    /// <summary>The member of that name; null when there is none.</summary>
    public static T? Find<T>(string name)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => NameOf(value) == name).Select(value => (T?)value).FirstOrDefault();
}
