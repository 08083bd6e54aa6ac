using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SwapEdge.Tests.Gate;

/// <summary>
/// The device runs static initialisers before Main in alphabetical order of the type's name; one that reads another
/// type's field may read 0 or null there and the right value on the desk.
/// </summary>
public sealed class StaticInitialiser : Rule
{
    public override string Name => "static-initialiser";

    public override string Instead => "a const, or hand the value over when the object is constructed";

    public override IEnumerable<Finding> Check(DeviceCode code)
    {
        CallGraph calls = new(code);
        foreach (MethodDefinition initialiser in code.Methods.Where(m => m is { IsConstructor: true, IsStatic: true }))
        {
            foreach (Instruction instruction in initialiser.Body.Instructions)
            {
                string? read = Reads(code, initialiser.DeclaringType, instruction)
                    ?? Through(code, calls, initialiser, instruction);
                if (read is not null)
                {
                    yield return Refuse(code.At(initialiser, instruction), read);
                }
            }
        }
    }

    private static string? Through(
        DeviceCode code, CallGraph calls, MethodDefinition initialiser, Instruction instruction)
    {
        foreach (MethodDefinition reached in calls.Reachable(calls.Targets(instruction)))
        {
            foreach (Instruction inner in reached.Body.Instructions)
            {
                if (Reads(code, initialiser.DeclaringType, inner) is string read)
                {
                    return $"{read}, in {reached.DeclaringType.Name}.{reached.Name} at {code.At(reached, inner)}";
                }
            }
        }

        return null;
    }

    private static string? Reads(DeviceCode code, TypeDefinition initialised, Instruction instruction)
    {
        if (instruction.OpCode.Code is not (Code.Ldsfld or Code.Ldsflda))
        {
            return null;
        }

        FieldDefinition? field = code.Ours((FieldReference)instruction.Operand);
        return field is null || field.IsLiteral || field.DeclaringType == initialised
            ? null
            : $"the static initialiser of {initialised.Name} reads {field.DeclaringType.Name}.{field.Name}";
    }
}
