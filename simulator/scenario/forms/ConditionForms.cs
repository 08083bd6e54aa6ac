namespace SwapEdge.Simulator;

/// <summary>The one table of all that a scenario can wait for or expect.</summary>
public static class ConditionForms
{
    public static IReadOnlyList<ConditionForm> All { get; } =
    [
        .. SwapConditions.All, .. PlaceConditions.All, .. CityConditions.All,
    ];

    /// <summary>Null when there is none of that name.</summary>
    public static ConditionForm? Find(string name) => All.FirstOrDefault(form => form.Name == name);
}
