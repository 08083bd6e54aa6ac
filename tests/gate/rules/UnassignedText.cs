using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SwapEdge.Tests.Gate;

/// <summary>
/// An element of a text array that nothing was put into is no proper null on the device: a comparison with null as a
/// value says that it is none, wherever the element has gone meanwhile, and one with a text reads through a null
/// pointer. Only branches on it, and <c>??</c>, are right. What was put in, null too, is sound; Array.Clear undoes it.
/// </summary>
public sealed class UnassignedText : Rule
{
    private const string Text = "System.String";

    public override string Name => "unassigned-text";

    public override string Instead => "put a text into every element where the array is made, \"\" for none";

    public override IEnumerable<Finding> Check(DeviceCode code)
    {
        foreach ((MethodDefinition method, Instruction instruction) in code.Instructions)
        {
            if (What(method, instruction) is string what)
            {
                yield return Refuse(code, (method, instruction), what);
            }
        }
    }

    private static string? What(MethodDefinition method, Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Newarr when ((TypeReference)instruction.Operand).FullName == Text && !IsFilled(instruction) =>
            "elements of a text array stay without a text",
        Code.Ldelem_Ref when IsText(method, instruction, 2) && IsComparedWithNull(instruction) =>
            "an element of a text array is compared with null as a value",
        Code.Call when instruction.Operand is MethodReference { Name: "Clear", DeclaringType.FullName: "System.Array" }
            && IsText(method, instruction, 3) => "a text array is cleared",
        _ => null,
    };

    /// <summary>
    /// Its initialiser names each element, or what follows puts texts into elements or copies as many as it has.
    /// </summary>
    private static bool IsFilled(Instruction made)
    {
        int? length = Constant(made.Previous);
        int named = 0;
        bool stores = false;
        for (Instruction? at = made.Next; at is not null && !IsMade(at); at = at.Next)
        {
            named += at.OpCode.Code == Code.Dup && Constant(at.Next) == named ? 1 : 0;
            stores |= at.OpCode.Code == Code.Stelem_Ref || (IsCopy(at) && AreSame(at.Previous, made.Previous));
        }

        bool hasInitialiser = made.Next.OpCode.Code == Code.Dup && Constant(made.Next.Next) is not null;
        return length == 0 || (hasInitialiser ? named >= length : stores);
    }

    private static bool IsMade(Instruction at) =>
        at.OpCode.Code == Code.Newarr && ((TypeReference)at.Operand).FullName == Text;

    private static bool IsCopy(Instruction at) => at.OpCode.Code == Code.Call
        && at.Operand is MethodReference { Name: "Copy", DeclaringType.FullName: "System.Array" };

    /// <summary>Both load the same: the length of the array, and how many are copied.</summary>
    private static bool AreSame(Instruction one, Instruction other) =>
        one.OpCode == other.OpCode && Equals(one.Operand, other.Operand);

    private static bool IsComparedWithNull(Instruction element) =>
        element.Next is { OpCode.Code: Code.Ldnull, Next.OpCode.Code: Code.Ceq or Code.Cgt_Un };

    /// <summary>Whether the value that lies so deep on the stack before an instruction is an array of texts.</summary>
    private static bool IsText(MethodDefinition method, Instruction instruction, int depth)
    {
        Instruction? at = instruction.Previous;
        for (int wanted = depth; at is not null; at = at.Previous)
        {
            wanted -= Pushed(at);
            if (wanted <= 0)
            {
                return TypeOf(method, at)?.FullName == Text + "[]";
            }

            wanted += Popped(at);
        }

        return false;
    }

    private static TypeReference? TypeOf(MethodDefinition method, Instruction at) => at.Operand switch
    {
        FieldReference field => field.FieldType,
        VariableDefinition local => local.VariableType,
        ParameterDefinition parameter => parameter.ParameterType,
        MethodReference called => called.ReturnType,
        _ => at.OpCode.Code switch
        {
            >= Code.Ldloc_0 and <= Code.Ldloc_3 => method.Body.Variables[at.OpCode.Code - Code.Ldloc_0].VariableType,
            >= Code.Ldarg_0 and <= Code.Ldarg_3 => Argument(method, at.OpCode.Code - Code.Ldarg_0),
            _ => null,
        },
    };

    private static TypeReference? Argument(MethodDefinition method, int index)
    {
        int parameter = method.HasThis ? index - 1 : index;
        return parameter < 0 ? null : method.Parameters[parameter].ParameterType;
    }

    private static int? Constant(Instruction? at) => at?.OpCode.Code switch
    {
        >= Code.Ldc_I4_0 and <= Code.Ldc_I4_8 => at.OpCode.Code - Code.Ldc_I4_0,
        Code.Ldc_I4_S => (sbyte)at.Operand,
        Code.Ldc_I4 => (int)at.Operand,
        _ => null,
    };

    private static int Pushed(Instruction at) => at.OpCode.StackBehaviourPush switch
    {
        StackBehaviour.Push0 => 0,
        StackBehaviour.Push1_push1 => 2,
        StackBehaviour.Varpush => at.Operand is MethodReference { ReturnType.FullName: "System.Void" }
            && at.OpCode.Code != Code.Newobj ? 0 : 1,
        _ => 1,
    };

    private static int Popped(Instruction at) => at.OpCode.StackBehaviourPop switch
    {
        StackBehaviour.Pop0 => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Popi_popi_popi or StackBehaviour.Popref_popi_popi or StackBehaviour.Popref_popi_popi8
            or StackBehaviour.Popref_popi_popr4 or StackBehaviour.Popref_popi_popr8
            or StackBehaviour.Popref_popi_popref => 3,
        StackBehaviour.Varpop => at.Operand is MethodReference called
            ? called.Parameters.Count + (called.HasThis && at.OpCode.Code != Code.Newobj ? 1 : 0) : 0,
        _ => 2,
    };
}
