using Mono.Cecil;

namespace SwapEdge.Tests.Gate;

/// <summary><c>yield</c> and <c>await</c> make a class a call, on types that the device does not have.</summary>
public sealed class StateMachine : Rule
{
    private static readonly string[] Marks = ["IteratorStateMachineAttribute", "AsyncStateMachineAttribute"];

    public override string Name => "state-machine";

    public override string Instead => "a loop over an array; a state of ours, stepped each pass";

    public override IEnumerable<Finding> Check(DeviceCode code) =>
        from method in code.Methods
        where method.CustomAttributes.Any(a => Marks.Contains(a.AttributeType.Name))
        select Refuse(code.At(method), $"{method.DeclaringType.Name}.{method.Name} is an iterator or asynchronous");
}
