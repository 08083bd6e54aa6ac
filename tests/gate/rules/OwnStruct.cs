namespace SwapEdge.Tests.Gate;

/// <summary>A struct local is a heap object on the device, made anew at every call.</summary>
public sealed class OwnStruct : Rule
{
    public override string Name => "own-struct";

    public override string Instead => "a sealed class that its owner makes once and reuses";

    public override IEnumerable<Finding> Check(DeviceCode code) =>
        from type in code.Types
        where type.IsValueType && !type.IsEnum && !IsArrayData(type.Name)
        select Refuse(code.At(type), $"{type.Name} is a struct");

    /// <summary>The compiler's own type for the contents of an array initialiser; never a local.</summary>
    private static bool IsArrayData(string name) =>
        name.StartsWith("__StaticArrayInitTypeSize=", StringComparison.Ordinal);
}
