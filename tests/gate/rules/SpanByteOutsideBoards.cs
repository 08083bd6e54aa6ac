using Mono.Cecil;

namespace SwapEdge.Tests.Gate;

/// <summary>Every <c>byte[]</c> turned into a <c>SpanByte</c> is an object; the desktop has no such type.</summary>
public sealed class SpanByteOutsideBoards : TypeUseRule
{
    public override string Name => "span-byte";

    public override string Instead => "byte[] with offset and length";

    protected override string? Objection(TypeReference type) =>
        type.FullName == "System.SpanByte" ? "SpanByte outside boards" : null;

    protected override bool Applies(TypeUse use) =>
        !use.In.Module.Assembly.Name.Name.StartsWith("SwapEdge.Boards", StringComparison.Ordinal);
}
