using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SwapEdge.Tests.Gate;

/// <summary>The device prints an enum's number, the desktop its name; a boxed enum is how it gets there.</summary>
public sealed class EnumText : Rule
{
    public override string Name => "enum-text";

    public override string Instead => "a name of ours by number; pass the enum as its own type or as an int";

    public override IEnumerable<Finding> Check(DeviceCode code)
    {
        foreach ((MethodDefinition method, Instruction instruction) in code.Instructions)
        {
            if (instruction.OpCode.Code is Code.Box or Code.Constrained && IsEnum((TypeReference)instruction.Operand))
            {
                string how = instruction.OpCode.Code == Code.Box ? "boxed" : "used as an object";
                yield return Refuse(
                    code.At(method, instruction), $"{((TypeReference)instruction.Operand).Name} is {how}");
            }
            else if (instruction.Operand is MethodReference { DeclaringType.FullName: "System.Enum" } called)
            {
                yield return Refuse(code.At(method, instruction), $"Enum.{called.Name}");
            }
        }
    }

    private static bool IsEnum(TypeReference type) =>
        type.FullName == "System.Enum"
        || (type is { IsGenericParameter: false, IsArray: false } && type.Resolve() is { IsEnum: true });
}
