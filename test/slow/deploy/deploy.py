"""Deploys templates to an emulator of AWS and reads back what came of them: python deploy.py URL TEMPLATES.

Prints a record: which types the emulator does not know, what each stack became, what was compared and what differs.
"""

import collections
import json
import sys

import boto3
from moto.cloudformation.parsing import get_model_map

url, path = sys.argv[1:]
ACCOUNT, REGION = "123456789012", "eu-central-1"
KNOWN = set(get_model_map())
GONE = f"arn:aws:none:{REGION}:{ACCOUNT}:gone"
# What nobody but a deployer knows, by a part of the name of the parameter.
SAMPLES = {
    "LoginArn": f"arn:aws:secretsmanager:{REGION}:{ACCOUNT}:secret:login-AbCdEf",
    "AgentArn": f"arn:aws:datasync:{REGION}:{ACCOUNT}:agent/agent-0123456789abcdef0",
    "TopicArn": f"arn:aws:kafka:{REGION}:{ACCOUNT}:topic/a/b/c",
    "SchemaArn": f"arn:aws:glue:{REGION}:{ACCOUNT}:schema/a/b",
    "Address": "198.51.100.7",
}


def client(service):
    return boto3.client(
        service, endpoint_url=url, region_name=REGION, aws_access_key_id="key", aws_secret_access_key="secret"
    )


def resolved(value, gone, outputs):
    """A value without what the emulator does not know: outputs of other stacks, and resources of unknown types."""
    if isinstance(value, list):
        return [resolved(one, gone, outputs) for one in value]
    if not isinstance(value, dict):
        return value
    if "Fn::GetStackOutput" in value:
        asked = value["Fn::GetStackOutput"]
        return outputs[asked["StackName"]].get(asked["OutputName"], GONE)
    if "Fn::GetAtt" in value and value["Fn::GetAtt"][0] in gone:
        return GONE
    if value.get("Ref") in gone:
        return GONE
    return {key: resolved(one, gone, outputs) for key, one in value.items()}


def prepared(body, outputs):
    gone = {name for name, one in body["Resources"].items() if one["Type"] not in KNOWN}
    kept = {
        name: {key: value for key, value in one.items() if key != "DependsOn"}
        for name, one in body["Resources"].items()
        if name not in gone
    }
    for one in kept.values():
        # The emulator cannot read the tags of a key in a template.
        if one["Type"] == "AWS::KMS::Key":
            one["Properties"] = {key: value for key, value in one["Properties"].items() if key != "Tags"}
        # It looks for a bucket by the name of the folder, too.
        if "LogDestination" in one.get("Properties", {}):
            one["Properties"] = {**one["Properties"], "LogDestination": bucket_of(one["Properties"]["LogDestination"])}
    return resolved({**body, "Resources": kept}, gone, outputs)


def bucket_of(destination):
    """The address of a bucket without the folder in it."""
    separator, parts = destination["Fn::Join"]
    kept = [part.rsplit("/", part.count("/"))[0] if isinstance(part, str) else part for part in parts]
    return {"Fn::Join": [separator, kept]}


def deploy(stacks, name, body, samples):
    parameters = [
        {"ParameterKey": key, "ParameterValue": next((samples[end] for end in samples if end in key), "value")}
        for key, one in body.get("Parameters", {}).items()
        if "Default" not in one
    ]
    stacks.create_stack(
        StackName=name, TemplateBody=json.dumps(body), Parameters=parameters, Capabilities=["CAPABILITY_NAMED_IAM"]
    )
    (made,) = stacks.describe_stacks(StackName=name)["Stacks"]
    found = stacks.describe_stack_resources(StackName=name)["StackResources"]
    ids = {one["LogicalResourceId"]: one.get("PhysicalResourceId") for one in found}
    return made["StackStatus"], {one["OutputKey"]: one["OutputValue"] for one in made.get("Outputs", [])}, ids


def actions(document):
    statements = document["Statement"] if isinstance(document["Statement"], list) else [document["Statement"]]
    return sorted(
        (one["Effect"], action)
        for one in statements
        for action in (one["Action"] if isinstance(one["Action"], list) else [one["Action"]])
    )


def read_back(kind, name, properties, body, ids):
    """(as the template says, as it is) for what the emulator keeps of a resource; nothing for what it does not keep."""
    if kind == "AWS::S3::Bucket":
        rules = client("s3").get_bucket_encryption(Bucket=name)["ServerSideEncryptionConfiguration"]["Rules"]
        said = properties["BucketEncryption"]["ServerSideEncryptionConfiguration"]
        key = "ServerSideEncryptionByDefault", "ApplyServerSideEncryptionByDefault"
        return [one[key[0]]["SSEAlgorithm"] for one in said], [one[key[1]]["SSEAlgorithm"] for one in rules]
    if kind == "AWS::KMS::Key":
        kept = client("kms").get_key_rotation_status(KeyId=name)["KeyRotationEnabled"]
        policy = client("kms").get_key_policy(KeyId=name, PolicyName="default")["Policy"]
        policy = json.loads(policy) if isinstance(policy, str) else policy
        return (properties["EnableKeyRotation"], actions(properties["KeyPolicy"])), (kept, actions(policy))
    if kind == "AWS::IAM::Role":
        iam = client("iam")
        kept = iam.get_role(RoleName=name)["Role"]["AssumeRolePolicyDocument"]
        names = iam.list_role_policies(RoleName=name)["PolicyNames"]
        inline = [iam.get_role_policy(RoleName=name, PolicyName=one)["PolicyDocument"] for one in names]
        own = [ident for ident, physical in ids.items() if physical == name]
        said = [
            one["Properties"]["PolicyDocument"]
            for one in body["Resources"].values()
            if one["Type"] == "AWS::IAM::Policy" and any(role.get("Ref") in own for role in one["Properties"]["Roles"])
        ] + [one["PolicyDocument"] for one in properties.get("Policies", [])]
        flat = lambda documents: sorted(pair for one in documents for pair in actions(one))  # noqa: E731
        return (
            (actions(properties["AssumeRolePolicyDocument"]), flat(said)),
            (actions(kept), flat(inline)),
        )
    if kind == "AWS::Logs::LogGroup":
        (kept,) = client("logs").describe_log_groups(logGroupNamePrefix=name)["logGroups"]
        # The emulator forgets the key of a log group, the mode of a stream and who gets addresses in a subnet.
        return properties["RetentionInDays"], kept["retentionInDays"]
    if kind == "AWS::EC2::VPC":
        (kept,) = client("ec2").describe_vpcs(VpcIds=[name])["Vpcs"]
        return properties["CidrBlock"], kept["CidrBlock"]
    if kind == "AWS::EC2::Subnet":
        (kept,) = client("ec2").describe_subnets(SubnetIds=[name])["Subnets"]
        return properties["CidrBlock"], kept["CidrBlock"]
    if kind == "AWS::EC2::VPCEndpoint":
        (kept,) = client("ec2").describe_vpc_endpoints(VpcEndpointIds=[name])["VpcEndpoints"]
        return properties["VpcEndpointType"], kept["VpcEndpointType"]
    if kind == "AWS::EC2::FlowLog":
        (kept,) = client("ec2").describe_flow_logs(FlowLogIds=[name])["FlowLogs"]
        said = properties["TrafficType"], properties.get("LogDestinationType", "cloud-watch-logs")
        return said, (kept["TrafficType"], kept["LogDestinationType"])
    if kind == "AWS::Kinesis::Stream":
        kept = client("kinesis").describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]
        return properties["RetentionPeriodHours"], kept["RetentionPeriodHours"]
    if kind == "AWS::DynamoDB::Table":
        kept = client("dynamodb").describe_table(TableName=name)["Table"]
        return (
            (properties["KeySchema"], properties["DeletionProtectionEnabled"]),
            (kept["KeySchema"], kept["DeletionProtectionEnabled"]),
        )
    if kind == "AWS::SQS::Queue":
        asked = ["MessageRetentionPeriod"]
        kept = client("sqs").get_queue_attributes(QueueUrl=name, AttributeNames=asked)["Attributes"]
        return str(properties["MessageRetentionPeriod"]), kept["MessageRetentionPeriod"]
    if kind == "AWS::Lambda::Function":
        kept = client("lambda").get_function_configuration(FunctionName=name)
        facts = "Runtime", "Handler", "Timeout", "MemorySize"
        return [properties[fact] for fact in facts], [kept[fact] for fact in facts]
    if kind == "AWS::StepFunctions::StateMachine":
        kept = json.loads(client("stepfunctions").describe_state_machine(stateMachineArn=name)["definition"])
        said = properties["DefinitionString"]
        parts = said["Fn::Join"][1] if isinstance(said, dict) else [said]
        text = "".join(part if isinstance(part, str) else "x" for part in parts)
        return sorted(json.loads(text)["States"]), sorted(kept["States"])
    return None


def main():
    with open(path, encoding="utf-8") as file:
        templates = json.load(file)
    stacks = client("cloudformation")
    client("ssm").put_parameter(Name="/cdk-bootstrap/hnb659fds/version", Value="30", Type="String")
    # A network whose logs are taken is there before the app is.
    network = client("ec2").create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
    samples = {**SAMPLES, "VpcId": network}
    outputs, states, differences, compared = {}, {}, [], collections.Counter()
    unknown = sorted({one["Type"] for body in templates.values() for one in body["Resources"].values()} - KNOWN)
    for name, given in templates.items():
        body = prepared(given, outputs)
        states[name], outputs[name], ids = deploy(stacks, name, body, samples)
        for ident, one in body["Resources"].items():
            pair = read_back(one["Type"], ids[ident], one.get("Properties", {}), body, ids)
            if pair is None:
                continue
            compared[one["Type"]] += 1
            said, kept = json.loads(json.dumps(pair))
            if said != kept:
                differences.append({"stack": name, "id": ident, "type": one["Type"], "said": said, "kept": kept})
    ways_out = client("ec2").describe_internet_gateways()["InternetGateways"]
    ways_out += client("ec2").describe_nat_gateways()["NatGateways"]
    told = {"unknown": unknown, "states": states, "compared": compared, "differences": differences}
    print(json.dumps({**told, "waysOut": len(ways_out)}))


main()
