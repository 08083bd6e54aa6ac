using System.Reflection;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

/// <summary>The messages of the swap-pack bus and their signals, as the code declares them.</summary>
internal static class SwapPackSignals
{
    /// <summary>Every class with an identifier of its own.</summary>
    public static Type[] Messages { get; } =
        [.. typeof(SwapPackBus).Assembly.GetTypes().Where(type => Ids(type).Any()).OrderBy(type => type.Name)];

    public static IEnumerable<uint> Ids(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral && field.FieldType == typeof(uint)
            && field.Name.TrimEnd("123456789".ToCharArray()) == "Id")
        .Select(field => (uint)field.GetValue(null)!);

    public static IEnumerable<(string Name, long Signal)> Of(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(long))
            .Select(field => (field.Name, (long)field.GetValue(null)!));
}
