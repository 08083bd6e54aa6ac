using Mono.Cecil;

namespace SwapEdge.Tests.Gate;

/// <summary>Format strings mean different things on device and desk, and interpolation is one of them.</summary>
public sealed class FormattedText : Rule
{
    private static readonly string[] Formatters = ["Format", "AppendFormat"];

    public override string Name => "formatted-text";

    public override string Instead => "ToString() without a format, joined with +, or digits of our own";

    public override IEnumerable<Finding> Check(DeviceCode code) =>
        from pair in code.Instructions
        let called = pair.Instruction.Operand as MethodReference
        where called is not null && code.Ours(called) is null && Formats(called)
        select Refuse(code, pair, $"{called.DeclaringType.Name}.{called.Name} formats");

    private static bool Formats(MethodReference called) =>
        (called.Name == "ToString" && called.HasParameters)
        || Formatters.Contains(called.Name)
        || called.DeclaringType.Name == "DefaultInterpolatedStringHandler";
}
