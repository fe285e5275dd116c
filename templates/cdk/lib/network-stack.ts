import { Annotations, CfnParameter, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import {
	CfnCustomerGateway,
	CfnVPNConnection,
	FlowLogDestination,
	GatewayVpcEndpointAwsService,
	InterfaceVpcEndpointAwsService,
	IpAddresses,
	type IVpc,
	Port,
	SecurityGroup,
	SubnetType,
	Vpc,
	VpnConnectionType,
} from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { ExistingNetwork } from './environment.ts';
import type { Plan, PlannedPlace } from './plan.ts';

export interface NetworkProps extends StackProps {
	readonly plan: Plan;
	readonly key: IKey;
	/** The network to use in place of a new one. */
	readonly existing: ExistingNetwork | undefined;
}

/** A network without a way to the internet: subnets in two zones, endpoints for the services that are called, VPNs to places that have one. */
export class NetworkStack extends Stack {
	readonly vpc: IVpc;
	/** Of whatever runs in the network: it may call the endpoints, and nobody may call it. */
	readonly workload: SecurityGroup;

	constructor(scope: Construct, id: string, { plan, key, existing, ...props }: NetworkProps) {
		super(scope, id, props);
		const lines = plan.places.filter(({ path }) => path === 'site-to-site-vpn');
		this.vpc = existing ? this.found(existing) : this.made(key, lines.length > 0);
		this.workload = new SecurityGroup(this, 'workload', {
			vpc: this.vpc,
			description: 'Whatever runs in this network',
		});
		const endpoints = new SecurityGroup(this, 'endpoints', {
			vpc: this.vpc,
			description: 'Endpoints of AWS services',
			allowAllOutbound: false,
		});
		endpoints.addIngressRule(this.workload, Port.tcp(443), 'From what runs in this network');
		this.addEndpoints(plan, endpoints, existing);
		if (!existing) for (const [index, place] of lines.entries()) this.addLine(place, index + 1);
	}

	private found({ id, subnets }: ExistingNetwork): IVpc {
		const routeTables = subnets.flatMap(({ routeTable }) => routeTable ?? []);
		Annotations.of(this).acknowledgeWarning(
			'@aws-cdk/aws-ec2:noSubnetRouteTableId',
			'Only an endpoint of S3 or DynamoDB needs the route tables, and is made only if they are said.',
		);
		Validations.of(this.node.root).acknowledge({
			id: 'CloudFormation-Validate::W3010',
			reason: 'A subnet that exists is in one zone, and Glue wants to be told which.',
		});
		return Vpc.fromVpcAttributes(this, 'vpc', {
			vpcId: id,
			availabilityZones: subnets.map(({ zone }) => zone),
			isolatedSubnetIds: subnets.map((subnet) => subnet.id),
			...(routeTables.length === subnets.length ? { isolatedSubnetRouteTableIds: routeTables } : {}),
		});
	}

	private made(key: IKey, hasLine: boolean): Vpc {
		const vpc = new Vpc(this, 'vpc', {
			ipAddresses: IpAddresses.cidr('10.80.0.0/20'),
			maxAzs: 2,
			natGateways: 0,
			subnetConfiguration: [{ name: 'private', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 24 }],
			// It would take a Lambda function; nothing here uses the default group.
			restrictDefaultSecurityGroup: false,
			...(hasLine ? { vpnGateway: true, vpnRoutePropagation: [{ subnetType: SubnetType.PRIVATE_ISOLATED }] } : {}),
		});
		const flowLogs = new LogGroup(this, 'flow-logs', { encryptionKey: key, retention: RetentionDays.ONE_YEAR });
		vpc.addFlowLog('flow-log', { destination: FlowLogDestination.toCloudWatchLogs(flowLogs) });
		return vpc;
	}

	private addEndpoints({ network }: Plan, group: SecurityGroup, existing: ExistingNetwork | undefined): void {
		const has = new Set(existing?.endpoints);
		const routed = existing?.subnets.every(({ routeTable }) => routeTable !== undefined) ?? true;
		const gateways = { s3: GatewayVpcEndpointAwsService.S3, dynamodb: GatewayVpcEndpointAwsService.DYNAMODB };
		// S3 always: without it what runs here would not reach the lake.
		for (const name of ['s3', 'dynamodb'] as const) {
			if (has.has(name) || !routed || (name !== 's3' && !network.gatewayEndpoints.includes(name))) continue;
			this.vpc.addGatewayEndpoint(`gateway-${name}`, { service: gateways[name] });
		}
		const wanted = new Set(['kms', 'logs', 'secretsmanager', ...network.interfaceEndpoints]);
		for (const name of [...wanted].filter((one) => !(one in gateways) && !has.has(one)).toSorted()) {
			this.vpc.addInterfaceEndpoint(`endpoint-${name}`, {
				service: new InterfaceVpcEndpointAwsService(name),
				open: false,
				securityGroups: [group],
			});
		}
	}

	/** A VPN with two tunnels to the device of a place; its address is a parameter, since no plan knows it. */
	private addLine({ title }: PlannedPlace, number: number): void {
		const address = new CfnParameter(this, `Device${number}Address`, {
			type: 'String',
			description: `Public IPv4 address of the VPN device at ${title}`.slice(0, 1024),
			allowedPattern: '^\\d{1,3}(\\.\\d{1,3}){3}$',
		});
		const asn = new CfnParameter(this, `Device${number}Asn`, { type: 'Number', default: 65000, minValue: 1 });
		const device = new CfnCustomerGateway(this, `device-${number}`, {
			type: VpnConnectionType.IPSEC_1,
			ipAddress: address.valueAsString,
			bgpAsn: asn.valueAsNumber,
		});
		const gateway = this.vpc.vpnGatewayId;
		if (gateway === undefined) return;
		new CfnVPNConnection(this, `line-${number}`, {
			type: VpnConnectionType.IPSEC_1,
			customerGatewayId: device.ref,
			vpnGatewayId: gateway,
			staticRoutesOnly: false,
		});
	}
}
