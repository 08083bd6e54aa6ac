namespace SwapEdge.Simulator;

/// <summary>The one table of all that a scenario can let happen.</summary>
public static class ActionForms
{
    public static IReadOnlyList<ActionForm> All { get; } =
    [
        .. SensorActions.All, .. BusActions.All, .. NodeActions.All, .. NetworkActions.All, .. PeopleActions.All,
        .. VehicleActions.All, .. PackActions.All, .. MachineActions.All, .. CityActions.All,
    ];

    /// <summary>Null when there is none of that name.</summary>
    public static ActionForm? Find(string name) => All.FirstOrDefault(form => form.Name == name);
}
