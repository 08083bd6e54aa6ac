using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SwapEdge.Tests.Gate;

/// <summary>Which instructions make an object on the device.</summary>
public static class Allocations
{
    /// <summary>Members of the device API that allocate without its showing in their signature.</summary>
    private static readonly string[] Hidden =
        ["System.Device.Gpio.GpioPin.Read", "System.IO.File.OpenRead", "System.IO.File.OpenWrite"];

    /// <summary>What an instruction allocates, or null.</summary>
    public static string? Of(DeviceCode code, Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Newarr => $"new {((TypeReference)instruction.Operand).Name}[]",
        Code.Box => $"boxed {((TypeReference)instruction.Operand).Name}",
        Code.Newobj => Made((MethodReference)instruction.Operand),
        Code.Initobj => $"struct {((TypeReference)instruction.Operand).Name}",
        Code.Call or Code.Callvirt => Returned(code, (MethodReference)instruction.Operand),
        _ => null,
    };

    private static string Made(MethodReference constructor)
    {
        return constructor.Parameters is [_, { ParameterType.FullName: "System.IntPtr" }]
            ? $"delegate {constructor.DeclaringType.Name}"
            : $"new {constructor.DeclaringType.Name}";
    }

    /// <summary>A text, an array, an enumerator or a struct that a member not of ours returns is new.</summary>
    private static string? Returned(DeviceCode code, MethodReference called)
    {
        if (code.Ours(called.DeclaringType) is not null)
        {
            return null;
        }

        TypeReference type = called.ReturnType;
        bool made = type.FullName is "System.String" or "System.Collections.IEnumerator"
            || type.IsArray
            || (type is { IsValueType: true, IsPrimitive: false } && type.FullName != "System.Void"
                && type.Resolve() is { IsEnum: false })
            || Hidden.Contains(CallGraph.Name(called));
        return made ? $"{called.DeclaringType.Name}.{called.Name}" : null;
    }
}
