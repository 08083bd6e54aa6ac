using Mono.Cecil;

namespace SwapEdge.Tests.Gate;

/// <summary>The type behind <c>volatile</c> is not on the device.</summary>
public sealed class VolatileField : Rule
{
    public override string Name => "volatile";

    public override string Instead => "a plain field read and written under lock";

    public override IEnumerable<Finding> Check(DeviceCode code) =>
        from type in code.Types
        from field in type.Fields
        where field.FieldType is RequiredModifierType { ModifierType.Name: "IsVolatile" }
        select Refuse(code.At(field), $"{type.Name}.{field.Name} is volatile");
}
