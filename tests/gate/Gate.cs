namespace SwapEdge.Tests.Gate;

/// <summary>All rules, in the order of the table in tests/README.md.</summary>
public static class Gate
{
    public static IReadOnlyList<Rule> Rules(PassAllocation pass) =>
    [
        new OwnGeneric(),
        new GenericUse(),
        new ManyDimensions(),
        new DefaultInterfaceMethod(),
        new CheckedArithmetic(),
        new StaticInitialiser(),
        new FormattedText(),
        new EnumText(),
        new OwnStruct(),
        new SpanByteOutsideBoards(),
        new Pointers(),
        new VolatileField(),
        new FloatingPoint(),
        new StateMachine(),
        new ForeachOverObject(),
        new UnassignedText(),
        pass,
    ];

    /// <summary>What the rules refuse, one finding a line and rule.</summary>
    public static IReadOnlyList<Finding> Check(DeviceCode code, IEnumerable<Rule> rules) =>
    [
        .. rules.SelectMany(rule => rule.Check(code))
            .DistinctBy(f => (f.Place, f.Rule))
            .OrderBy(f => f.Place.File, StringComparer.Ordinal)
            .ThenBy(f => f.Place.Line),
    ];
}
