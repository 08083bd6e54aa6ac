using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SwapEdge.Tests.Gate;

/// <summary>One thing that compiles and then fails, or costs too much, on the device.</summary>
public abstract class Rule
{
    /// <summary>As it stands in the table of tests/README.md.</summary>
    public abstract string Name { get; }

    /// <summary>What to write instead.</summary>
    public abstract string Instead { get; }

    public abstract IEnumerable<Finding> Check(DeviceCode code);

    protected Finding Refuse(DeviceCode code, (MethodDefinition Method, Instruction Instruction) at, string what) =>
        Refuse(code.At(at.Method, at.Instruction), what);

    protected Finding Refuse(Place place, string what) => new(place, Name, what, Instead);
}
