using Mono.Cecil;

namespace SwapEdge.Tests.Gate;

/// <summary>A rule about which types device code may name.</summary>
public abstract class TypeUseRule : Rule
{
    public override IEnumerable<Finding> Check(DeviceCode code)
    {
        foreach (TypeUse use in TypeUse.All(code).Where(u => Applies(u)))
        {
            if (Objection(use.Type) is string what)
            {
                yield return Refuse(use.Place(), what);
            }
        }
    }

    /// <summary>What is wrong with a type, or null.</summary>
    protected abstract string? Objection(TypeReference type);

    protected virtual bool Applies(TypeUse use) => true;
}
