using Mono.Cecil;

namespace SwapEdge.Tests.Gate;

/// <summary>The runtime crashes when it resolves a generic type, and throws on a generic method.</summary>
public sealed class OwnGeneric : Rule
{
    public override string Name => "own-generic";

    public override string Instead => "a class or delegate for the one type that is needed";

    public override IEnumerable<Finding> Check(DeviceCode code)
    {
        foreach (TypeDefinition type in code.Types.Where(t => t.HasGenericParameters))
        {
            yield return Refuse(code.At(type), $"{type.Name} is generic");
        }

        foreach (MethodDefinition method in code.Methods.Where(m => m.HasGenericParameters))
        {
            yield return Refuse(code.At(method), $"{method.DeclaringType.Name}.{method.Name} is generic");
        }
    }
}
